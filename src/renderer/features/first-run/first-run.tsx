/** Being built. */
export const FirstRun = () => <main />
