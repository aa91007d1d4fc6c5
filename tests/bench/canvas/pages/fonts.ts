/** The fonts of our app, so that all contenders set the same words in the same letters. */
import "@fontsource-variable/inter";
import "@fontsource-variable/newsreader";
