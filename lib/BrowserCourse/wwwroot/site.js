// What the verb `site` has made of the program's files.
export const version = '', pack = {};
