// Next reads style sheets; the compiler has to be told that they can be imported.
declare module '*.css';
