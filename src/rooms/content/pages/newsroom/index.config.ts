export default definePageConfig({ navigationBarTitleText: '新闻编辑部', enablePullDownRefresh: true })
