import Taro from '@tarojs/taro'
import { useMemo } from 'react'
import { fileUrl } from '@/api'
import { drawable } from './drawing'
import { useExplainedMarkup } from './useExplainedMarkup'

/** The looks of each element; a native component knows no stylesheet of ours, but our tokens. */
const looks = {
  p: 'margin:0 0 16px;font-size:var(--f16);line-height:1.75;',
  h2: 'margin:24px 0 8px;font-size:var(--f20);font-weight:600;line-height:1.4;',
  blockquote: 'margin:0 0 16px;padding:2px 0 2px 16px;border-left:3px solid var(--ink);font-weight:500;',
  footer: 'margin-top:-8px;color:var(--ink-2);font-size:var(--f12);font-weight:400;',
  figure: 'margin:0 0 16px;',
  img: 'border-radius:8px;',
  figcaption: 'margin-top:8px;color:var(--ink-2);font-size:var(--f12);',
  ul: 'margin:0 0 16px;padding-left:20px;font-size:var(--f16);line-height:1.75;',
  ol: 'margin:0 0 16px;padding-left:24px;font-size:var(--f16);line-height:1.75;',
  table:
    'width:100%;margin:0 0 16px;overflow:hidden;border:1px solid var(--line);border-radius:8px;border-collapse:separate;border-spacing:0;font-size:var(--f14);',
  th: 'padding:8px 12px;background:var(--ground);font-weight:500;text-align:left;word-break:normal;overflow-wrap:break-word;',
  td: 'padding:8px 12px;border-top:1px solid var(--line);word-break:normal;overflow-wrap:break-word;',
  caption: 'padding-top:8px;caption-side:bottom;color:var(--ink-2);font-size:var(--f12);text-align:left;',
  a: 'color:var(--accent-ink);',
}

interface LinkEvent {
  detail: { href?: string }
}

/**
 * An article's words and pictures, drawn by mp-html: pictures open in full, films play, an address is copied, and a
 * word of the glossary is explained.
 */
export function ArticleBody({ html }: { html: string }) {
  const drawn = useMemo(() => drawable(html, fileUrl), [html])
  const { shown, openWord } = useExplainedMarkup(drawn)
  return (
    <mp-html
      content={shown}
      tagStyle={looks}
      containerStyle="color:var(--ink);word-break:break-word;"
      copyLink={false}
      lazyLoad
      selectable
      scrollTable
      onLinktap={({ detail: { href } }: LinkEvent) => {
        if (href && !openWord(href)) void Taro.setClipboardData({ data: href })
      }}
    />
  )
}
