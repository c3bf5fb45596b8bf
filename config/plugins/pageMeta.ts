import type { IPluginContext } from '@tarojs/service'

/** The part of Taro's config map this plugin touches: one entry a page, its JSON in `content`. */
interface PageConfigs {
  configMap: Record<string, { content: Record<string, unknown> }>
}

/**
 * Text scale and a chosen theme reach a page through `<page-meta>`, which Taro only emits for pages
 * that ask for it. Every page of ours does, so it is asked for here once.
 */
export default (context: IPluginContext) => {
  context.modifyMiniConfigs(({ configMap }: PageConfigs) => {
    for (const [name, config] of Object.entries(configMap)) {
      if (/(^|\/)pages\//.test(name)) config.content.enablePageMeta = true
    }
  })
}
