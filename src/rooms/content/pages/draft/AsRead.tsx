import { columns } from '@domain/content/article'
import { View } from '@tarojs/components'
import { fileUrl } from '@/api'
import { Picture } from '@/ui/picture/Picture'
import { ArticleBody } from '../../ArticleBody'
import type { Opened } from './articleDraft'

interface AsReadProps {
  words: Pick<Opened['words'], 'title' | 'summary' | 'column' | 'byline' | 'coverId' | 'html'>
}

/** The article as its readers will see it: its head, its sentence in lists, its cover and its text. */
export function AsRead({ words: { title, summary, column, byline, coverId, html } }: AsReadProps) {
  return (
    <View className="column gap-12">
      <View className="pad column gap-8">
        <View className="t20 bold">{title || '还没有标题'}</View>
        <View className="t12 secondary">{[columns[column], byline].filter(Boolean).join(' · ')}</View>
        <View className="t14 secondary">{summary}</View>
      </View>
      {coverId ? <Picture src={fileUrl(coverId)} alt="封面" ratio={16 / 9} square /> : null}
      <View className="pad">
        <ArticleBody html={html} />
      </View>
    </View>
  )
}
