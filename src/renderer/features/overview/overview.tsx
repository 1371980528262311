/** Being built. */
export const Overview = () => <main />
