import { limits } from '@domain/kernel/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../button/Button'
import { Field } from '../field/Field'
import { Picture } from '../picture/Picture'
import { BlockSheet } from './BlockSheet'
import { type BlockDraft, emptyText, isText, moved } from './blockDraft'
import { LinkSheet } from './LinkSheet'
import { blockWords } from './words'
import './richText.scss'

type LinkBlock = Extract<BlockDraft, { kind: 'link' }>

export interface RichTextEditorProps {
  drafts: readonly BlockDraft[]
  onChange: (drafts: BlockDraft[]) => void
  placeholder: string
  /** What a link may lead to; absent: no links. */
  linkables?: readonly Omit<LinkBlock, 'kind'>[]
  /** Somebody wants to see what there is to lead to. */
  onLinks?: () => void
  /** Lets the person choose and upload pictures; absent: no pictures. */
  onPictures?: (count: number) => Promise<string[]>
  urlOf?: (fileId: string) => string
}

interface RowProps {
  draft: BlockDraft
  number: number
  placeholder: string
  urlOf: (fileId: string) => string
  onChange: (draft: BlockDraft) => void
  onMore: () => void
}

function Row({ draft, number, placeholder, urlOf, onChange, onMore }: RowProps) {
  const name = `第 ${number} 段`
  const more = (
    <Button kind="text" size="small" label={`${name}的样式`} onTap={onMore}>
      样式
    </Button>
  )
  if (isText(draft)) {
    return (
      <View className={`rich-editor__block--${draft.kind}`}>
        <Field
          label={`${name}，${blockWords[draft.kind]}`}
          multiline={draft.kind !== 'heading'}
          maxLength={draft.kind === 'heading' ? limits.titleMax : limits.bodyMax}
          value={draft.text}
          placeholder={placeholder}
          end={more}
          onChange={text => onChange({ ...draft, text })}
        />
      </View>
    )
  }
  return (
    <View className="rich-editor__row">
      {draft.kind === 'picture' ? (
        <View className="rich-editor__thumb">
          <Picture src={urlOf(draft.fileId)} alt={draft.caption || '图片'} />
        </View>
      ) : null}
      <View className="grow">
        {draft.kind === 'picture' ? (
          <Field
            label={`${name}，图片说明`}
            maxLength={limits.titleMax}
            value={draft.caption}
            placeholder="可以不填"
            onChange={caption => onChange({ ...draft, caption })}
          />
        ) : (
          <Field
            label={`${name}，链接上的字`}
            maxLength={limits.titleMax}
            value={draft.title}
            onChange={title => onChange({ ...draft, title })}
          />
        )}
      </View>
      {more}
    </View>
  )
}

/** What can be done to the blocks; without any there is an empty one to type into. */
function blocksOf(drafts: readonly BlockDraft[], onChange: RichTextEditorProps['onChange']) {
  return {
    put: (at: number, draft: BlockDraft) =>
      onChange(drafts.map((one, index) => (index === at ? draft : one))),
    add: (...more: BlockDraft[]) => onChange([...drafts, ...more]),
    without(at: number) {
      const left = drafts.filter((_draft, index) => index !== at)
      onChange(left.length > 0 ? left : [emptyText])
    },
  }
}

interface AddBarProps {
  /** Whether there is room for another picture. */
  hasPictures: boolean
  /** Whether there is anything to link to. */
  hasLinks: boolean
  onText: () => void
  onPictures: () => Promise<void>
  onLinks: () => void
}

/** What can be added below. */
function AddBar({ hasPictures, hasLinks, onText, onPictures, onLinks }: AddBarProps) {
  return (
    <View className="rich-editor__add">
      <Button kind="soft" size="small" icon="plus" onTap={onText}>
        加一段
      </Button>
      {hasPictures ? (
        <Button kind="soft" size="small" icon="img" onTap={onPictures}>
          图片
        </Button>
      ) : null}
      {hasLinks ? (
        <Button kind="soft" size="small" icon="share" onTap={onLinks}>
          链接
        </Button>
      ) : null}
    </View>
  )
}

/**
 * Words laid out on a phone, block by block: each is typed like any field, and a sheet says what it is, which of its
 * phrases stand out, and where it stands.
 */
export function RichTextEditor(props: RichTextEditorProps) {
  const {
    drafts,
    onChange,
    placeholder,
    linkables = [],
    onLinks,
    onPictures,
    urlOf = fileId => fileId,
  } = props
  const [opened, setOpened] = useState<number>()
  const [linking, setLinking] = useState(false)
  const { put, add, without } = blocksOf(drafts, onChange)
  const pictured = drafts.filter(({ kind }) => kind === 'picture').length
  const addPictures = async () => {
    const fileIds = (await onPictures?.(limits.postImagesMax - pictured)) ?? []
    if (fileIds.length > 0) add(...fileIds.map(fileId => ({ kind: 'picture' as const, fileId, caption: '' })))
  }
  return (
    <View className="rich-editor">
      {drafts.map((draft, index) => (
        <Row
          // biome-ignore lint/suspicious/noArrayIndexKey: a block has no identity but its place in the text
          key={index}
          draft={draft}
          number={index + 1}
          placeholder={index === 0 ? placeholder : ''}
          urlOf={urlOf}
          onChange={changed => put(index, changed)}
          onMore={() => setOpened(index)}
        />
      ))}
      <AddBar
        hasPictures={onPictures !== undefined && pictured < limits.postImagesMax}
        hasLinks={linkables.length > 0}
        onText={() => add(emptyText)}
        onPictures={addPictures}
        onLinks={() => {
          onLinks?.()
          setLinking(true)
        }}
      />
      <BlockSheet
        draft={opened === undefined ? undefined : drafts[opened]}
        first={opened === 0}
        last={opened === drafts.length - 1}
        onClose={() => setOpened(undefined)}
        onChange={draft => opened !== undefined && put(opened, draft)}
        onMove={by => {
          if (opened === undefined) return
          onChange(moved(drafts, opened, by))
          setOpened(opened + by)
        }}
        onRemove={() => {
          setOpened(undefined)
          if (opened !== undefined) without(opened)
        }}
      />
      <LinkSheet
        open={linking}
        linkables={linkables}
        onClose={() => setLinking(false)}
        onChoose={link => {
          setLinking(false)
          add({ kind: 'link', ...link })
        }}
      />
    </View>
  )
}
