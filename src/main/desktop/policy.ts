const nothing = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"

/** The window: its own scripts, styles, fonts and pictures, and the report in a frame. No connections at all. */
export const windowPolicy = `${nothing}; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; frame-src 'self'`

/** The report is a page without scripts. */
export const reportPolicy = `${nothing}; style-src 'self'; img-src 'self'; font-src 'self'`

const always = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

export const headers = (type: string, policy: string): Record<string, string> => ({ 'content-type': type, 'content-security-policy': policy, ...always })
