export default definePageConfig({ navigationBarTitleText: '加入沃社区' })
