export default definePageConfig({ navigationBarTitleText: '处理过的', enablePullDownRefresh: true })
