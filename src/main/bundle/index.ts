export { bundleExtension, bundleSizeLimit } from './format.ts'
export { readBundle, type Bundle } from './read-bundle.ts'
export { portableFrom, portableReference } from './portable.ts'
export { writeBundle, type Portable } from './write-bundle.ts'
