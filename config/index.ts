import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import { ProvidePlugin } from 'webpack'

const root = path.resolve(__dirname, '..')

/**
 * Taro transpiles `src` alone. `domain` is TypeScript outside of it, and these packages ship class
 * fields and optional chaining that older phones cannot parse.
 */
const transpileAlso = [
  path.resolve(root, 'domain'),
  path.resolve(__dirname, 'plugins'),
  (file: string) => /node_modules[\\/](@tanstack|zustand|ulid)[\\/]/.test(file),
]

/**
 * A pixel of the drawings is a pixel on the phone. Scaling by screen width (rpx, rem) would shrink
 * 12 px text to 10 px on a 320 px phone and inflate it on a tablet; text size belongs to the reader
 * and is scaled by `--k` alone.
 */
const keepPixels = { pxtransform: { enable: false }, cssModules: { enable: false } }

/**
 * Build with `taro build --type weapp|h5 --no-check --disable-global-config`: the check of this file asks
 * a server for its schema, and the global configuration is another person's.
 */
export default defineConfig<'webpack5'>({
  projectName: 'wo-community',
  date: '2025-12-01',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  // A native component of the news alone: as a dependency Taro would put it into the main package.
  copy: {
    patterns:
      process.env.TARO_ENV === 'weapp'
        ? [{ from: 'node_modules/mp-html/dist/mp-weixin', to: 'dist/weapp/rooms/content/mp-html' }]
        : [],
    options: {},
  },
  plugins: ['pageMeta', 'aria'].map(name => path.resolve(__dirname, `plugins/${name}.ts`)),
  alias: { '@': path.resolve(root, 'src'), '@domain': path.resolve(root, 'domain') },
  cache: { enable: false },
  terser: {
    enable: true,
    // The default quotes private names (`#"t"`), which is a syntax error and a blank page in h5, and writes a Chinese
    // character in six bytes where UTF-8 takes three.
    config: { output: { quote_keys: false, keep_quoted_props: false, ascii_only: false } },
  },
  mini: {
    compile: { include: transpileAlso },
    optimizeMainPackage: { enable: true },
    // Components own their classes, so the order of their stylesheets decides nothing.
    miniCssExtractPluginOption: { ignoreOrder: true },
    postcss: keepPixels,
    webpackChain(chain) {
      // WeChat has no AbortController; without it a react-query fetch stays pending and says nothing.
      chain
        .plugin('abortController')
        .use(ProvidePlugin, [
          { AbortController: [path.resolve(root, 'src/polyfill/abortController.ts'), 'AbortController'] },
        ])
    },
  },
  h5: {
    compile: { include: transpileAlso },
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    postcss: keepPixels,
    miniCssExtractPluginOption: {
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
      ignoreOrder: true,
    },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    webpackChain(chain) {
      // By default every page chunk gets its own copy of the framework.
      chain.optimization.splitChunks({
        chunks: 'all',
        cacheGroups: {
          taro: {
            test: /node_modules[\\/](@tarojs|@stencil|react|react-dom|scheduler)/,
            name: 'taro',
            enforce: true,
          },
        },
      })
    },
  },
} satisfies UserConfigExport<'webpack5'>)
