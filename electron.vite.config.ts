import { readFileSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }

/** What several views use: in one file rather than in twenty small ones, since each file is a request of its own. */
const shared = /lucide-react|src\/(contract|domain\/(incident|timeline|text)|renderer\/(state|strings|ui|commands\/(keys|registry|find)))/

// Three builds of one program. Aliases of package.json "imports" resolve by themselves in each.
export default defineConfig({
  main: {
    // The entry for Node makes a require of its own, which collides with the one that the build adds.
    resolve: { alias: { fflate: 'fflate/browser' } },
    define: { kronikaVersion: JSON.stringify(version) },
    build: {
      // Libraries are bundled, so that the built program starts without node_modules; Electron and
      // Node's own modules stay outside.
      externalizeDeps: false,
      sourcemap: true,
      // Chunks lie beside index.js, so that import.meta.url means the same folder in each of them.
      rollupOptions: { input: { index: 'src/main/index.ts', 'ingest-process': 'src/main/ingest/ingest-process.ts', 'read-back-worker': 'src/main/store/read-back-worker.ts' }, output: { chunkFileNames: '[name]-[hash].js' } },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rollupOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    build: {
      // Fonts and pictures stay files: the CSP allows no data: addresses.
      assetsInlineLimit: 0,
      // electron-vite does not by itself; the scripts of a window are read and compiled on every start.
      minify: true,
      sourcemap: false,
      rollupOptions: {
        input: { index: 'src/renderer/index.html', report: 'src/renderer/report.html' },
        output: { codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: 'shared', test: shared, minShareCount: 2 }] } },
        // These modules only define things: what a window does not use of them stays out of its scripts, zod first of all.
        treeshake: { moduleSideEffects: [{ test: /src\/(domain|contract|renderer\/strings)\/|renderer\/ui\/.*\.tsx$/, sideEffects: false }] },
      },
    },
    plugins: [react()],
  },
})
