/** Under this key the name for today is remembered for the next table. */
export const NAME_KEY = "name";
