export default definePageConfig({ navigationBarTitleText: '参观券', enablePullDownRefresh: true })
