export default definePageConfig({ navigationBarTitleText: '知识库编辑', enablePullDownRefresh: true })
