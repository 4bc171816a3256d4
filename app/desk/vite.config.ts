import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { keepLanguages } from './keep-languages.ts'

/** The officers' application: one page, its screens in chunks of their own, served below /desk/. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/desk/',
  publicDir: false,
  plugins: [keepLanguages(['zh-CN', 'en-US']), react()],
  build: {
    outDir: join(import.meta.dirname, '../../.build/desk'),
    emptyOutDir: true,
    target: 'es2022',
    // Inlined pictures and modules would need exceptions in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        // What changes with us and what changes with the libraries are kept apart in the browser's cache.
        codeSplitting: { groups: [{ name: 'kit', test: /node_modules/ }] },
      },
    },
  },
})
