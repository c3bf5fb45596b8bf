import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { PRIVACY_VERSION } from '@domain/identity/privacy'
import { FileStorage } from '../../tools/local-cloud/storage/fileStorage'
import type { TestCloud } from './localCloud'
import type { TestPerson } from './people'

/** The code that the local cloud takes for what WeChat's phone button gives. */
export function phoneCode(phone: string): string {
  return `phone:${phone}`
}

/** A registration form as this person would fill it in rightly. */
export function registrationOf(person: TestPerson) {
  return {
    employeeId: person.employeeId,
    name: person.name,
    phoneCode: phoneCode(person.phone),
    agreedPrivacyVersion: PRIVACY_VERSION,
  }
}

let requests = 0

/** A requestId that no other call of this process has. */
export function newRequestId(): string {
  requests += 1
  return `request-${process.pid}-${requests}`
}

const JPEG = Buffer.from([0xff, 0xd8, 0xff])

/** Puts a file where functions alone write and tells its id. */
export async function kept(cloud: TestCloud, cloudPath: string, content: string): Promise<string> {
  const storage = new FileStorage(path.join(cloud.dataDir, 'storage'))
  await storage.write(cloudPath, Buffer.from(content), null)
  return storage.fileIdOf(cloudPath)
}

/** Puts a file where a client's upload would put it and tells its id; words stand for a picture where one is named. */
export async function upload(
  cloud: TestCloud,
  openid: string,
  place: string,
  content: string | Uint8Array<ArrayBuffer>,
): Promise<string> {
  const response = await fetch(`${cloud.url}/storage/${place}`, {
    method: 'PUT',
    headers: { 'x-openid': openid },
    body:
      typeof content === 'string' && /\.(jpg|png)$/.test(place)
        ? Buffer.concat([JPEG, Buffer.from(content)])
        : content,
  })
  const { fileId } = (await response.json()) as { fileId: string }
  return fileId
}

/** The paths in storage that begin so. */
export async function filesUnder(cloud: TestCloud, start: string): Promise<string[]> {
  const folder = path.join(cloud.dataDir, 'storage')
  const described = (await readdir(folder)).filter(name => name.endsWith('.json'))
  const read = described.map(async name => JSON.parse(await readFile(path.join(folder, name), 'utf8')).path)
  return (await Promise.all(read)).filter(lies => lies.startsWith(start)).sort()
}
