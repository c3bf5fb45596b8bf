import { useRouter } from '@tarojs/taro'

/** The page's parameters as `openPage` was given them: neither WeChat nor the browser's router decodes them. */
export function usePageParams(): Readonly<Partial<Record<string, string>>> {
  const { params } = useRouter()
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => [
      key,
      value === undefined ? value : decodeURIComponent(value),
    ]),
  )
}
