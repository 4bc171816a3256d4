import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const root = join(import.meta.dirname, '../..')

/**
 * Two outputs of one build: `render.js` for the server (react stays outside, it is in node_modules), and the
 * stylesheet with a hash in its name, listed in `manifest.json`.
 */
export default defineConfig({
  root,
  publicDir: join(import.meta.dirname, 'public'),
  plugins: [react()],
  builder: {},
  environments: {
    client: {
      build: {
        outDir: '.build/portal',
        emptyOutDir: true,
        manifest: 'manifest.json',
        rollupOptions: {
          input: { portal: 'foundation/portal/portal.css' },
          output: { assetFileNames: 'assets/[name]-[hash][extname]' },
        },
        // Phones of 2018: what Chrome 70 cannot read it skips.
        cssTarget: ['chrome70', 'safari12'],
      },
    },
    ssr: {
      build: {
        ssr: true,
        outDir: '.build/portal',
        emptyOutDir: false,
        copyPublicDir: false,
        rollupOptions: {
          input: { render: 'app/portal/render.tsx' },
          output: { entryFileNames: '[name].js' },
        },
      },
    },
  },
})
