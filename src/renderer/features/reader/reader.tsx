/** Being built. */
export const Reader = () => <main />
