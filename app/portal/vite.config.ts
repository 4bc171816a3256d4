import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const root = join(import.meta.dirname, '../..')

/**
 * Two outputs of one build: `render.js` for the server (react stays outside, it is in node_modules), and what the
 * browser fetches, with a hash in its name and listed in `manifest.json`: the stylesheet, and the script that adds
 * comfort to some pages (the map in a chunk of its own, fetched when somebody opens it).
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
          input: {
            portal: 'foundation/portal/portal.css',
            enhance: 'app/portal/enhance/enhance.ts',
          },
          output: {
            assetFileNames: 'assets/[name]-[hash][extname]',
            entryFileNames: 'assets/[name]-[hash].js',
            chunkFileNames: 'assets/[name]-[hash].js',
          },
        },
        // Phones of 2018; what Chrome 70 cannot read of the stylesheet it skips.
        target: ['chrome70', 'safari12'],
        modulePreload: { polyfill: false },
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
