import { RichText, View } from '@tarojs/components'
import { type MouseEvent, useMemo } from 'react'
import { fileUrl } from '@/api'
import { drawable } from './drawing'
import './articleBody.scss'
import { useExplainedMarkup } from './useExplainedMarkup'

/** An article's words and pictures, drawn by Taro's own rich text; a word of the glossary is explained. */
export function ArticleBody({ html }: { html: string }) {
  const drawn = useMemo(() => drawable(html, fileUrl), [html])
  const { shown, openWord } = useExplainedMarkup(drawn)
  const tap = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (link && openWord(link.getAttribute('href') ?? '')) event.preventDefault()
  }
  return (
    <View onClick={event => tap(event as unknown as MouseEvent)}>
      <RichText className="article-body" nodes={shown} />
    </View>
  )
}
