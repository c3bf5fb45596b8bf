import { RichText } from '@tarojs/components'
import { fileUrl } from '@/api'
import { drawable } from './drawing'
import './articleBody.scss'

/** An article's words and pictures, drawn by Taro's own rich text. */
export function ArticleBody({ html }: { html: string }) {
  return <RichText className="article-body" nodes={drawable(html, fileUrl)} />
}
