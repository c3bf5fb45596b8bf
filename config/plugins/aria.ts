import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import { ariaComponents } from './ariaComponents'

/** The part of Taro's weapp platform this plugin touches. */
interface Platform {
  runtimePath: string | string[]
  template: { mergeComponents(context: IPluginContext, components: typeof ariaComponents): void }
}

/**
 * Taro's WeChat templates drop `aria-*`: a blind colleague would hear nothing. Template and run time
 * number a component's attributes alike, so both must learn the new ones.
 */
export default (context: IPluginContext) => {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform: Platform) {
      if (!('template' in platform)) return
      platform.template.mergeComponents(context, ariaComponents)
      platform.runtimePath = [platform.runtimePath].flat().concat(path.resolve(__dirname, 'ariaRuntime.ts'))
    },
  })
}
