export default definePageConfig({ navigationBarTitleText: '沃有趣', enablePullDownRefresh: true })
