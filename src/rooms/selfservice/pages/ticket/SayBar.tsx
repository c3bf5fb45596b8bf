import { ticketLimits } from '@domain/selfservice/ticketLimits'
import { Textarea, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { api, useCommand } from '@/api'
import { Photos, usePhotos } from '@/rooms/Photos'
import { ariaState } from '@/ui/a11y/ariaState'
import { tappable } from '@/ui/a11y/tappable'
import { useInnerLabel } from '@/ui/a11y/useInnerLabel'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Checkbox } from '@/ui/checkbox/Checkbox'
import { Icon } from '@/ui/icon/Icon'
import { ticketQueries } from '../../ticketWords'
import './sayBar.scss'
import type { Opened, Said } from './useNewWords'

interface SayBarProps {
  opened: Opened
  onSaid: (said: readonly Said[]) => void
  /** The step that stands beside the box while nothing is written. */
  children: ReactNode
}

/** To whom the words go. */
function labelFor({ ticket: { requester, assignee }, handling }: Opened): string {
  const name = handling ? requester.name : assignee?.name
  return name ? `给${name}留言` : '留言'
}

function useSaying({ opened: { ticket, handling }, onSaid }: Omit<SayBarProps, 'children'>) {
  const [words, setWords] = useState('')
  const [note, setNote] = useState(false)
  const photos = usePhotos(ticketLimits.imagesMax)
  const say = useCommand(api.selfservice.sayOnTicket, {
    outdates: ticketQueries,
    onDone: ({ message }) => {
      setWords('')
      photos.clear()
      onSaid([message])
    },
  })
  const body = words.trim()
  const send = () =>
    say.run({ ticketId: ticket.ticketId, body, imageIds: photos.fileIds, note: handling && note })
  return { words, setWords, note, setNote, photos, send, isEmpty: body === '' && photos.fileIds.length === 0 }
}

/** Words and photos to the other side, always under the thumb; a handler may keep them among colleagues. */
export function SayBar({ opened, onSaid, children }: SayBarProps) {
  const { words, setWords, note, setNote, photos, send, isEmpty } = useSaying({ opened, onSaid })
  const [adding, setAdding] = useState(false)
  const label = labelFor(opened)
  const box = useInnerLabel<unknown>(label)
  const showsPhotos = adding || photos.fileIds.length > 0
  return (
    <BottomBar>
      <View className="say-bar">
        {showsPhotos ? <Photos photos={photos} /> : null}
        {opened.handling && (!isEmpty || note) ? (
          <Checkbox checked={note} onChange={setNote}>
            内部备注，只有处理的同事看得到
          </Checkbox>
        ) : null}
        <View className="say-bar__line">
          <Textarea
            ref={box}
            className="say-bar__input"
            placeholderClass="say-bar__placeholder"
            {...{ value: words, placeholder: label, maxlength: ticketLimits.bodyMax, cursorSpacing: 24 }}
            autoHeight
            fixed
            showConfirmBar={false}
            aria-label={label}
            onInput={event => setWords(event.detail.value)}
          />
          <View
            className="say-bar__photo"
            {...tappable(showsPhotos ? '收起照片' : '附照片')}
            {...ariaState({ expanded: showsPhotos })}
            onClick={() => setAdding(!showsPhotos)}
          >
            <Icon name="cam" />
          </View>
          {isEmpty ? (
            children
          ) : (
            <Button size="small" disabled={photos.busy} onTap={send}>
              发送
            </Button>
          )}
        </View>
      </View>
    </BottomBar>
  )
}
