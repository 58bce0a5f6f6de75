// The build publishes Idiomorph beside our scripts; here the checker finds its types.
export * from "../../node_modules/idiomorph/dist/idiomorph.js";
