/** Being built. */
export const Library = () => <main />
