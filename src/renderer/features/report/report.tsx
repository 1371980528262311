/** Being built. */
export const Report = () => <main />
