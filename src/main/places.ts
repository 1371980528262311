import { fileURLToPath } from 'node:url'

// The built main bundle lies in out/main; the other bundles beside it, the shipped resources beside out.
const inBuild = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

export const places = {
  renderer: inBuild('renderer'),
  reportTemplate: inBuild('renderer/report.html'),
  preload: inBuild('preload/index.cjs'),
  resources: inBuild('../resources'),
}
