/** Being built. */
export const Timeline = () => <main />
