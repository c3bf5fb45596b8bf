import { WebView } from '@tarojs/components'

/** A page of an allowed host; WeChat lays it over everything else. */
export function WebFrame({ url }: { url: string }) {
  return <WebView src={url} />
}
