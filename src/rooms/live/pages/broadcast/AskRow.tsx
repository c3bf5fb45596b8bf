import { asQuestion } from '@domain/live/message'
import { useState } from 'react'
import { api, useCommand } from '@/api'
import { showEarned } from '@/rooms/coin/public'
import { Button } from '@/ui/button/Button'
import { Field } from '@/ui/field/Field'
import { ListRow } from '@/ui/listRow/ListRow'
import { Sheet } from '@/ui/sheet/Sheet'
import { toast } from '@/ui/toast/store'

const WORDS_MAX = 200

interface AskRowProps {
  talkId: string
  /** How much has been said already. */
  said: number
}

/** A question before it begins: whatever is sent here stands among the questions. */
export function AskRow({ talkId, said }: AskRowProps) {
  const [asking, setAsking] = useState(false)
  const [words, setWords] = useState('')
  const close = () => setAsking(false)
  const ask = useCommand(api.forum.addComment, {
    outdates: [api.live.openBroadcast, api.coin.openStatement, api.identity.openSession],
    onDone: ({ earned }) => {
      setWords('')
      close()
      if (earned) showEarned(earned)
      else toast.show('问题放上去了，主理看得到')
    },
  })
  const body = words.trim()
  return (
    <>
      <ListRow
        lead="hash"
        title="先问一个问题"
        meta={said > 0 ? `已有 ${said} 条留言` : '还没有人问，开个头吧'}
        onTap={() => setAsking(true)}
      />
      <Sheet
        open={asking}
        title="先问一个问题"
        onClose={close}
        action={
          <Button disabled={body === ''} onTap={() => ask.run({ postId: talkId, body: asQuestion(body) })}>
            提问
          </Button>
        }
        note="放在这场直播的提问里，现场挑着回答"
      >
        <Field
          label="你的问题"
          multiline
          value={words}
          maxLength={WORDS_MAX}
          placeholder="问一个问题"
          onChange={setWords}
        />
      </Sheet>
    </>
  )
}
