import { PageMeta } from '@tarojs/components'
import { useAppearance } from './store'

const ground = { light: '#f7f6f4', dark: '#101112' }

/** Text scale and a chosen theme's ground for the page root, which no class of ours can reach. */
export function PageStyle() {
  const { theme, textScale } = useAppearance()
  const pageStyle = `--k:${textScale};${theme ? `background:${ground[theme]};` : ''}`
  return theme ? (
    <PageMeta pageStyle={pageStyle} backgroundColor={ground[theme]} rootBackgroundColor={ground[theme]} />
  ) : (
    <PageMeta pageStyle={pageStyle} />
  )
}
