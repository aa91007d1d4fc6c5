/**
 * zod tries whether it may make functions from text, which the page's content security policy forbids and reports as
 * an error. Imported first: a schema asks when it is made.
 */
import * as z from "zod";

z.config({ jitless: true });
