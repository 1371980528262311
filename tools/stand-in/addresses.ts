// Chromium cannot be taught a scheme of one's own from outside, so pages live under one https address that never
// resolves. The program itself only ever sees app:// addresses: every address is turned on its way in and out.
const inPage = 'https://kronika.invalid/'
const inProgram = 'app://kronika/'

export const toPage = (address: string): string => (address.startsWith(inProgram) ? inPage + address.slice(inProgram.length) : address)

/** A page that names an app:// address itself gets nothing: only what stands under the one address becomes ours. */
export const toProgram = (address: string): string => (address.startsWith(inPage) ? inProgram + address.slice(inPage.length) : address)
