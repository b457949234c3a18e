import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import bitrix24Ui from '@bitrix24/b24ui-nuxt/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { pageSkeleton } from './widgets/skeleton/page-skeleton.ts'

const project = fileURLToPath(new URL('.', import.meta.url))
const widgets = `${project}widgets`

/** Every folder of `widgets` with a page of its own is one entry, so that a card tab loads only what it shows. */
function pages(): Record<string, string> {
  const entries = readdirSync(widgets).map((name) => [name, `${widgets}/${name}/index.html`] as const)
  return Object.fromEntries(entries.filter(([, page]) => existsSync(page)))
}

export default defineConfig({
  define: {
    __VUE_I18N_FULL_INSTALL__: false,
    __VUE_I18N_LEGACY_API__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
  },
  root: widgets,
  base: '/static/',
  publicDir: `${widgets}/public`,
  cacheDir: `${project}node_modules/.vite`,
  plugins: [
    pageSkeleton(),
    vue(),
    bitrix24Ui({
      root: project,
      router: false,
      colorMode: false,
      prose: false,
      mdc: false,
      experimental: { componentDetection: true },
    }),
  ],
  // Without these the development page asks for hundreds of small modules.
  optimizeDeps: { include: ['reka-ui', '@vueuse/core', 'tailwind-variants', 'vue-i18n'] },
  build: {
    outDir: `${project}dist/widgets`,
    emptyOutDir: true,
    target: 'es2022',
    // Every browser that Bitrix24 supports preloads modules by itself.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: pages(),
      output: {
        // What all widgets share is small: in one file, instead of one for every two that share something. What refusals
        // share among themselves stays out of it: it would bring its fields and badges into every first load.
        codeSplitting: { groups: [{ name: 'shared', test: /\/widgets\/shared\/(?!refusals\/).*\.ts$/ }] },
      },
    },
  },
})
