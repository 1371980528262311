import { readFileSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }

// Three builds of one program. Aliases of package.json "imports" resolve by themselves in each.
export default defineConfig({
  main: {
    define: { kronikaVersion: JSON.stringify(version) },
    build: {
      // Libraries are bundled, so that the built program starts without node_modules; Electron and
      // Node's own modules stay outside.
      externalizeDeps: false,
      sourcemap: true,
      // Chunks lie beside index.js, so that import.meta.url means the same folder in each of them.
      rollupOptions: { input: { index: 'src/main/index.ts', 'ingest-worker': 'src/main/ingest/ingest-worker.ts' }, output: { chunkFileNames: '[name]-[hash].js' } },
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
        // edtf tells its kinds of date apart by the names of their classes: with short names every interval is misread.
        output: { keepNames: true },
        // Windows take words and types from domain and contract; schemas they do not use stay out, and zod with them.
        treeshake: { moduleSideEffects: [{ test: /src\/(domain|contract)\//, sideEffects: false }] },
      },
    },
    plugins: [react()],
  },
})
