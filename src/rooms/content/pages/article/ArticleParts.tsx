import { columns } from '@domain/content/article'
import { View } from '@tarojs/components'
import { api, call, fileUrl } from '@/api'
import { openPage } from '@/rooms/open'
import { openAttachment } from '@/rooms/openAttachment'
import { spokenAs } from '@/ui/a11y/spoken'
import { tappable } from '@/ui/a11y/tappable'
import { Badge } from '@/ui/badge/Badge'
import { sayWhen } from '@/ui/clock/moment'
import { Icon } from '@/ui/icon/Icon'
import { Picture } from '@/ui/picture/Picture'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import { ArticleBody } from '../../ArticleBody'
import { ArticleRow } from '../../ArticleRow'
import { type Article, type ArticleCard, thenSaid } from '../../articleWords'
import { withoutTopicLines } from '../../drawing'
import { BODY_ID } from './useProgress'

/** The head of an article: what it is, and of whom. */
export function Head({ article, now }: { article: Article; now: number }) {
  const { title, column, publishAt, revisedAt, byline, views, mustRead, minutes } = article
  const seen = views > 0 ? `${views.toLocaleString('en-US')} 人看过` : ''
  const revised = revisedAt === null ? '' : thenSaid(sayWhen(revisedAt, now), '改过')
  const meta = [columns[column], sayWhen(publishAt, now), revised, byline, seen, `约 ${minutes} 分钟`]
  return (
    <View className="article__head">
      {mustRead ? <Badge tone="accent">必读</Badge> : null}
      <View className="article__title" {...spokenAs('heading', 2)}>
        {title}
      </View>
      <View className="t12 secondary mt-8">{meta.filter(Boolean).join(' · ')}</View>
    </View>
  )
}

/** What is at the end of the text: the topics that it names, and its files. */
function Ends({ article }: { article: Article }) {
  const { articleId, topics, attachments } = article
  if (topics.length + attachments.length === 0) return null
  const open = async (fileName: string) => {
    try {
      await openAttachment(() => call(api.content.takeAttachment, { articleId, fileName }))
    } catch {
      toast.show('附件没能打开，看看网络，再试一次')
    }
  }
  return (
    <View className="article__files">
      {topics.map(({ topicId, name }) => (
        <View
          key={topicId}
          className="article__file article__file--topic"
          {...tappable(`话题 ${name}`)}
          onClick={() => openPage('forum/topic', { topicId })}
        >
          <Icon name="hash" size={16} />
          <View className="clamp-1">{name}</View>
        </View>
      ))}
      {attachments.map(({ fileName }) => (
        <View key={fileName} className="article__file" {...tappable()} onClick={() => void open(fileName)}>
          <Icon name="doc" size={16} />
          <View className="clamp-1">{fileName}</View>
        </View>
      ))}
    </View>
  )
}

/** Its cover, its words, and what hangs on it. */
export function Whole({ article, now }: { article: Article; now: number }) {
  const { coverId, html, topics } = article
  return (
    <>
      <Head article={article} now={now} />
      {coverId ? <Picture src={fileUrl(coverId)} alt="" ratio={390 / 200} square /> : null}
      <View className="article__body" id={BODY_ID}>
        <ArticleBody html={withoutTopicLines(html, topics)} />
        <Ends article={article} />
      </View>
    </>
  )
}

export function Related({ articles, now }: { articles: readonly ArticleCard[]; now: number }) {
  if (articles.length === 0) return null
  return (
    <View className="article__related">
      <SectionHeader title="接着看" />
      {articles.map(article => (
        <ArticleRow key={article.articleId} article={article} now={now} />
      ))}
    </View>
  )
}

const lines = ['100%', '96%', '100%', '72%']

export function ArticleSkeleton() {
  return (
    <View className="column gap-12 pad mt-8">
      <SkeletonBlock width="80%" height={24} />
      <SkeletonBlock width="52%" height={12} />
      <SkeletonBlock height={180} />
      {lines.map((width, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a skeleton's lines are alike
        <SkeletonBlock key={line} width={width} height={16} />
      ))}
    </View>
  )
}
