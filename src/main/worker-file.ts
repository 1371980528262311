import { existsSync } from 'node:fs'

/**
 * The file of a thread or process of ours: beside the asking module as a source; beside the bundle, or one folder up from a chunk of it,
 * once built.
 * @param name without its ending · @param beside import.meta.url of the module that asks
 */
export function workerFile(name: string, beside: string): URL {
  const places = [`./${name}.ts`, `./${name}.js`, `../${name}.js`].map((place) => new URL(place, beside))
  const found = places.find((place) => existsSync(place))
  if (!found) throw new Error(`${name} is missing from the program`)
  return found
}
