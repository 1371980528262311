import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

// Three builds of one program. Aliases of package.json "imports" resolve by themselves in each.
export default defineConfig({
  main: {
    build: {
      // Libraries are bundled, so that the built program starts without node_modules; Electron and
      // Node's own modules stay outside.
      externalizeDeps: false,
      sourcemap: true,
      rollupOptions: { input: { index: 'src/main/index.ts' } },
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
      sourcemap: false,
      rollupOptions: { input: { index: 'src/renderer/index.html' } },
    },
    plugins: [react()],
  },
})
