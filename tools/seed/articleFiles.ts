import type { StoredAttachment } from '../../cloudfunctions/content/store'
import { LOCAL_ENVIRONMENT } from '../local-cloud/constants'
import { articlesTold } from './articlesTold'
import type { ArticleTold } from './articleTold'
import { pdfOf } from './pdf'

const cloudPathOf = ({ id }: ArticleTold) => `documents/articles/demo-${id}.pdf`
const attachmentContent = ({ attachment = '' }: ArticleTold) =>
  pdfOf(attachment.replace('.pdf', ''), ['昨天哪一下，你心里咯噔了？', '在哪里：', '谁去看：', '结果：'])

/** The files that hang on articles. */
export function articleFiles(): { path: string; content: Buffer }[] {
  return articlesTold
    .filter(({ attachment }) => attachment !== undefined)
    .map(told => ({ path: cloudPathOf(told), content: attachmentContent(told) }))
}

/** What hangs on an article, as the room keeps it. */
export function attachmentsOf(told: ArticleTold): StoredAttachment[] {
  if (told.attachment === undefined) return []
  const fileId = `cloud://${LOCAL_ENVIRONMENT.envId}.${LOCAL_ENVIRONMENT.bucket}/${cloudPathOf(told)}`
  return [{ fileId, fileName: told.attachment, bytes: attachmentContent(told).length }]
}
