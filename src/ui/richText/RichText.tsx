import { type BlockShownView, stepNumbers } from '@domain/kernel/richText'
import { Text, View } from '@tarojs/components'
import { spokenAs } from '../a11y/spoken'
import { tappable } from '../a11y/tappable'
import { Explained } from '../explained/Explained'
import { Icon } from '../icon/Icon'
import { Picture } from '../picture/Picture'
import './richText.scss'

type Link = Extract<BlockShownView, { kind: 'link' }>['to']

export interface RichTextProps {
  blocks: readonly BlockShownView[]
  /** Where a picture's file is shown from. */
  urlOf: (fileId: string) => string
  onLink: (to: Link) => void
  onPicture?: (fileId: string) => void
}

type BlockProps = Omit<RichTextProps, 'blocks'> & { block: BlockShownView; step: number | null }

function Block({ block, step, urlOf, onLink, onPicture }: BlockProps) {
  if (block.kind === 'heading') {
    return (
      <View className="rich-text__heading" {...spokenAs('heading', 3)}>
        {block.text}
      </View>
    )
  }
  if (block.kind === 'link') {
    return (
      <View className="rich-text__link" {...tappable(block.title)} onClick={() => onLink(block.to)}>
        <View className="grow">{block.title}</View>
        <Icon name="next" size={16} />
      </View>
    )
  }
  if (block.kind === 'picture') {
    const { fileId, caption, checking } = block
    const said = checking ? '还在检查，现在只有你看得到' : caption
    return (
      <View className="rich-text__picture">
        <Picture
          src={urlOf(fileId)}
          alt={caption || '图片'}
          ratio={4 / 3}
          {...(onPicture ? { onTap: () => onPicture(fileId) } : {})}
        />
        {said ? <View className="rich-text__caption">{said}</View> : null}
      </View>
    )
  }
  const words = block.runs.map(({ text, bold }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a run has no identity but its place in the line
    <Text key={index} className={bold ? 'rich-text__bold' : ''}>
      <Explained text={text} />
    </Text>
  ))
  if (block.kind === 'paragraph') return <View className="rich-text__paragraph">{words}</View>
  return (
    <View className="rich-text__item">
      <View className="rich-text__mark">{step === null ? '·' : `${step}.`}</View>
      <View className="rich-text__line">{words}</View>
    </View>
  )
}

/** Words as somebody laid them out: headings, emphasis, lists, pictures and ways to other pages. */
export function RichText({ blocks, ...rest }: RichTextProps) {
  const steps = stepNumbers(blocks)
  return (
    <View className="rich-text">
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a block has no identity but its place in the text
        <Block key={index} block={block} step={steps[index] ?? null} {...rest} />
      ))}
    </View>
  )
}
