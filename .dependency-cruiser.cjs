/**
 * The arrows of the house: src → domain ← cloudfunctions. Each rule's comment says what to do instead.
 * @type {import('dependency-cruiser').IConfiguration}
 */
module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment: 'domain knows no WeChat, no database and no React: hand it facts, and do the rest in a wing that may.',
      severity: 'error',
      from: { path: '^domain/' },
      to: { pathNot: ['^domain/', 'node_modules/(zod|dayjs|ulid|papaparse|pinyin-pro|chinese-days|js-sha256)/'] },
    },
    {
      name: 'client-takes-types-of-contracts-only',
      comment:
        'zod weighs 100 KB on a phone, pinyin 300 and the words of all errors 35: write `import type`, and take limits, tables and rules from the files beside the contract.',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        path: '(^domain/(contracts|.*/(c|\\w+C)ontract|identity/searchTerms|kernel/(contract|schema|errors))\\.ts$)|(node_modules/(zod|pinyin-pro)/)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'client-knows-no-server',
      comment: 'The phone reaches the server through src/api alone.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(cloudfunctions|tools|tests)/' },
    },
    {
      name: 'server-knows-no-client',
      comment: 'What both need is a rule or a contract: put it into domain.',
      severity: 'error',
      from: { path: '^cloudfunctions/' },
      to: { path: '^(src|tools|tests)/' },
    },
    {
      name: 'only-the-platform-knows-wechat',
      comment: 'Ask cloudfunctions/platform for it; if it offers no such thing yet, add it there.',
      severity: 'error',
      from: { path: '^cloudfunctions/', pathNot: '^cloudfunctions/platform/' },
      to: { path: 'node_modules/wx-server-sdk' },
    },
    {
      name: 'platform-knows-no-room',
      comment: 'The platform serves every room alike: hand it what it needs through `serve`.',
      severity: 'error',
      from: { path: '^cloudfunctions/platform/' },
      to: { path: '^cloudfunctions/(?!platform/)' },
    },
    {
      name: 'rooms-meet-at-public-doors',
      comment: "Another room is reached by its public.ts: add what you need there, in that room's words.",
      severity: 'error',
      from: { path: '^cloudfunctions/(?!platform/)([^/]+)/' },
      to: { path: '^cloudfunctions/(?!platform/)([^/]+)/', pathNot: ['^cloudfunctions/$1/', '/public\\.ts$'] },
    },
    {
      name: 'nobody-imports-a-function',
      comment: 'index.ts is the door for the outside; inside the house use public.ts.',
      severity: 'error',
      from: {},
      to: { path: '^cloudfunctions/[^/]+/index\\.ts$' },
    },
    {
      name: 'ui-knows-no-room',
      comment: 'A component that knows a room belongs into src/rooms/<room>.',
      severity: 'error',
      from: { path: '^src/ui/' },
      to: { path: '^(src/(rooms|pages|api)|domain/(?!kernel/))' },
    },
    {
      name: 'rooms-of-the-client-stand-apart',
      comment:
        'Another room is reached by its public.ts, or its page by navigation; what no room owns belongs into src/ui or src/api.',
      severity: 'error',
      from: { path: '^src/rooms/([^/]+)/' },
      to: { path: '^src/rooms/([^/]+)/', pathNot: ['^src/rooms/$1/', '/public\\.ts$'] },
    },
    {
      name: 'no-circles',
      comment: 'Two files that run each other are one file, or share a third. Types may look at each other.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json'] },
  },
}
