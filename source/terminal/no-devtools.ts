// Stands in for react-devtools-core in the bundle: Ink imports it, but only development builds use it.
export default {};
